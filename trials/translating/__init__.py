"""From English to Chinese: what a text was made from, who made it, what is stale, and work given out."""
