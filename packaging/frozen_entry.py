"""What the frozen program runs; PyInstaller starts from a script, not from a module."""

import os
import sys

from einvoice_desktop.__main__ import main

if __name__ == "__main__":
    # The libraries of this folder have been found by now; a browser or a mail program started from here must
    # not find them too.
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    sys.exit(main())
