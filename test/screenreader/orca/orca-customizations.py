"""Nothing is spoken aloud here: without a speech server Orca only writes down what it would say."""

import orca.settings
import orca.speech

orca.settings.enableBraille = False
orca.settings.enableBrailleMonitor = False
orca.speech.init = lambda: None
