"""New versions in the window: looked for, told of, and put in place on one click."""
