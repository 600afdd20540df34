"""What the frozen program runs; PyInstaller starts from a script, not from a module."""

import sys

from einvoice_desktop.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
