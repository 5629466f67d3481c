"""`python -m lernmi_emo` is the command `lernmi-emo`."""

import sys

from lernmi_emo.cli import main

if __name__ == "__main__":
    sys.exit(main())
