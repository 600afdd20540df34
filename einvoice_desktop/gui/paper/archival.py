"""Completes a PDF/A-1b of Qt's into a PDF/A-3b that carries the document's data as an associated file."""

from __future__ import annotations

from hashlib import md5
from io import BytesIO

DATA_NAME = "document.json"
_MEDIA_TYPE = "/application/json"
_DESCRIPTION = "The document's data (JSON)"
_PART_1, _PART_3 = b'pdfaid:part="1"', b'pdfaid:part="3"'


def with_attachment(pdf: bytes, data: bytes) -> bytes:
    """`pdf` with `data` inside, byte for byte, as ISO 19005-3 has it: named, typed, its relationship told.

    Prepared as PDF/A-3b; nobody has certified it.
    """
    # Loaded when a document is first saved with its data: 85 ms.
    from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

    with Pdf.open(BytesIO(pdf)) as whole:
        root = whole.Root
        written = whole.docinfo["/ModDate"]
        file = Stream(whole, data)
        file.Type = Name.EmbeddedFile
        file.Subtype = Name(_MEDIA_TYPE)
        # The format asks for MD5, as a checksum.
        checksum = md5(data, usedforsecurity=False).digest()
        file.Params = Dictionary(Size=len(data), CheckSum=String(checksum), ModDate=written)
        stream = whole.make_indirect(file)
        specification = whole.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(DATA_NAME),
                UF=String(DATA_NAME),
                Desc=String(_DESCRIPTION),
                AFRelationship=Name.Source,
                EF=Dictionary(F=stream, UF=stream),
            )
        )
        root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(DATA_NAME), specification])))
        root.AF = Array([specification])
        packet = root.Metadata.read_bytes()
        assert packet.count(_PART_1) == 1
        root.Metadata.write(packet.replace(_PART_1, _PART_3))
        made = BytesIO()
        whole.save(made, min_version="1.7", fix_metadata_version=False)
        return made.getvalue()
