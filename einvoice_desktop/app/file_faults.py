"""What the system says about a file, as an error that can be told in a sentence of our own."""

from __future__ import annotations

import errno

from einvoice_desktop.app.errors import UserError

_CODES = {
    errno.ENOENT: "file_missing",
    errno.ENOTDIR: "file_missing",
    errno.EACCES: "file_forbidden",
    errno.EPERM: "file_forbidden",
    errno.EROFS: "file_forbidden",
    errno.EISDIR: "file_is_folder",
    errno.EEXIST: "file_exists",
    errno.EBUSY: "file_in_use",
    errno.ETXTBSY: "file_in_use",
    errno.ENOSPC: "disk_full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "disk_full",
    errno.ENAMETOOLONG: "file_name_unusable",
    errno.EINVAL: "file_name_unusable",
    errno.ELOOP: "file_name_unusable",
}
_SHARING_VIOLATIONS = (32, 33)
"""Windows: another program has the file open, or a part of it."""


def file_fault(error: OSError) -> UserError:
    """The system's own words are in the system's language: they are not told."""
    if getattr(error, "winerror", None) in _SHARING_VIOLATIONS:
        return UserError("file_in_use")
    code = _CODES.get(error.errno or 0)
    return UserError(code) if code else UserError("file_failed", number=error.errno or 0)
