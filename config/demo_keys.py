"""Keys of development and demonstration, published with the source: production refuses them."""

SECRET_KEY = "demonstration-only-secret-key-that-everyone-can-read-in-the-source"
EDITION_KEY = "demonstration-only-edition-key-that-everyone-can-read"
PUBLISHED = frozenset({SECRET_KEY, EDITION_KEY})
