"""Texts out to translators and back: XLIFF 1.2 both ways, the memory as TMX, the glossary as TBX and CSV."""
