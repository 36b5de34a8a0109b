class ExchangeRefused(Exception):
    """Nothing of the file was taken; the message names the file, the line or unit, and what is wrong."""
