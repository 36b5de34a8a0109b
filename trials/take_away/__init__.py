"""Files readers take away from a trial page: a PDF for the doctor, a long picture, a share image.

Each says what the page says today, in one language, from the edition in force. HTML is set by `press`, a
process of its own, which reaches no network and can be stopped. What it made is kept, sealed.
"""
