"""How trials are found: what is searched, how a query is cut, which filters there are.

Neither database cuts Chinese into words, so pairs of characters are the index that narrows down, and the
normalised text itself is the judge. The same query finds the same trials on both databases.
"""
