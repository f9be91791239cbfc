#!/bin/sh
# A desktop with nobody before it: a screen, a window manager, the accessibility bus, Orca, and Chromium
# before the product. Reads DISPLAY, FOLDER (all that is written), PORT (Chromium's) and ADDRESS.
set -eu
export HOME="$FOLDER"
Xvfb "$DISPLAY" -screen 0 1440x900x24 >"$FOLDER/screen.log" 2>&1 &
for _ in $(seq 50); do xdotool getmouselocation >/dev/null 2>&1 && break || sleep 0.1; done
# A window manager that keeps no keys for itself: Orca walks tables by Shift+Alt+arrows.
echo '<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/></openbox_config>' >"$FOLDER/rc.xml"
openbox --config-file "$FOLDER/rc.xml" >"$FOLDER/windows.log" 2>&1 &
gsettings set org.gnome.desktop.interface toolkit-accessibility true
/usr/libexec/at-spi-bus-launcher --launch-immediately >"$FOLDER/bus.log" 2>&1 &
orca --replace --user-prefs "$FOLDER/orca" --debug-file "$FOLDER/speech.log" >"$FOLDER/orca.log" 2>&1 &
for _ in $(seq 100); do grep -q 'Screen reader on' "$FOLDER/speech.log" 2>/dev/null && break || sleep 0.1; done
exec chromium --force-renderer-accessibility --remote-debugging-port="$PORT" --app="$ADDRESS" \
  --user-data-dir="$FOLDER/profile" --lang=zh-CN --window-size=1440,900 --incognito --no-sandbox \
  --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync \
  --disable-component-update --disable-features=Translate >"$FOLDER/chromium.log" 2>&1
