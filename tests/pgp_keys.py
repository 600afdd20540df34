"""Keys of every kind, made once by a real gpg, and that gpg to open what was encrypted to them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

KINDS = ("good", "rsa", "other", "soon", "sign_only", "expired", "subkey_expired", "renewed", "revoked")
_LONG_AGO = "20200101T000000"


@dataclass
class PgpKeys:
    """`folder` holds NAME.asc and NAME.gpg for each of KINDS, and private.asc, several.asc, several.gpg."""

    folder: Path
    # Short: the socket of gpg's agent lies in it.
    home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="gk-")))
    fingerprints: dict[str, str] = field(default_factory=dict)

    def file(self, name: str) -> Path:
        return self.folder / (name if "." in name else f"{name}.asc")

    def data(self, name: str) -> bytes:
        return self.file(name).read_bytes()

    def decrypt(self, message: bytes) -> tuple[bytes, list[str]]:
        """What it holds, and gpg's status words."""
        read, write = os.pipe()
        done = subprocess.run(
            [*self._gpg, "--status-fd", str(write), "--decrypt"],
            input=message,
            capture_output=True,
            check=False,
            pass_fds=(write,),
        )
        os.close(write)
        with os.fdopen(read, encoding="utf-8", errors="replace") as status:
            words = [line.split()[1] for line in status if line.startswith("[GNUPG:]")]
        assert done.returncode == 0, done.stderr
        return done.stdout, words

    def make(self) -> None:
        self._generate("good", "ed25519", "cert,sign", "1y", encrypts="cv25519")
        self._generate("rsa", "rsa2048", "cert,sign", "never", encrypts="rsa2048")
        self._generate("other", "ed25519", "cert,sign", "1y", encrypts="cv25519")
        self._generate("soon", "ed25519", "cert,sign", "10d", encrypts="cv25519")
        self._generate("sign_only", "ed25519", "cert,sign", "1y")
        self._generate("expired", "ed25519", "cert,sign", "1m", encrypts="cv25519", long_ago=True)
        self._generate(
            "subkey_expired", "ed25519", "cert,sign", "never", encrypts="cv25519/1m", long_ago=True
        )
        # An expired subkey and a newer one in its place.
        self._generate("renewed", "ed25519", "cert,sign", "never", encrypts="cv25519/1m", long_ago=True)
        self._run("--quick-add-key", self.fingerprints["renewed"], "cv25519", "encr", "1y")
        self._generate("revoked", "ed25519", "cert,sign", "1y", encrypts="cv25519")
        self._revoke("revoked")
        for name in KINDS:
            self._export(name)
        good = self.fingerprints["good"]
        self.file("private.asc").write_bytes(self._run("--armor", "--export-secret-keys", good))
        self.file("private.gpg").write_bytes(self._run("--export-secret-keys", good))
        for form in ("asc", "gpg"):
            both = self.data(f"good.{form}") + self.data(f"other.{form}")
            self.file(f"several.{form}").write_bytes(both)

    def close(self) -> None:
        subprocess.run(["gpgconf", "--homedir", str(self.home), "--kill", "all"], check=True)
        # The agent takes its sockets away while it ends, which may be at the same moment.
        shutil.rmtree(self.home, ignore_errors=True)

    @property
    def _gpg(self) -> list[str]:
        quiet = ("--batch", "--quiet", "--no-tty", "--pinentry-mode", "loopback", "--passphrase", "")
        return ["gpg", "--homedir", str(self.home), *quiet]

    def _run(self, *words: str, stdin: bytes = b"") -> bytes:
        done = subprocess.run([*self._gpg, *words], input=stdin, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def _generate(
        self, name: str, kind: str, use: str, life: str, *, encrypts: str = "", long_ago: bool = False
    ) -> None:
        when = ("--faked-system-time", _LONG_AGO) if long_ago else ()
        mail = f"{name}@example.gr"
        self._run(*when, "--quick-generate-key", f"Πάροχος {name} <{mail}>", kind, use, life)
        listed = self._run("--with-colons", "--list-keys", mail).decode()
        fingerprint = next(line.split(":")[9] for line in listed.splitlines() if line.startswith("fpr:"))
        self.fingerprints[name] = fingerprint
        if encrypts:
            algorithm, _, ends = encrypts.partition("/")
            self._run(*when, "--quick-add-key", fingerprint, algorithm, "encr", ends or "never")

    def _revoke(self, name: str) -> None:
        kept = self.home / "openpgp-revocs.d" / f"{self.fingerprints[name]}.rev"
        self._run("--import", stdin=kept.read_bytes().replace(b":-----BEGIN", b"-----BEGIN"))

    def _export(self, name: str) -> None:
        fingerprint = self.fingerprints[name]
        self.file(f"{name}.asc").write_bytes(self._run("--armor", "--export", fingerprint))
        self.file(f"{name}.gpg").write_bytes(self._run("--export", fingerprint))
