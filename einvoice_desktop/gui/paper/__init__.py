"""The paper painted: on the screen, on a printer, into a PDF or a picture."""
