"""Nothing is spoken aloud here: without a speech server Orca only writes down what it would say."""

import orca.debug
import orca.settings
import orca.speech

orca.settings.enableBraille = False
orca.settings.enableBrailleMonitor = False
orca.speech.init = lambda: None
orca.debug.debugFile.reconfigure(line_buffering=True)
