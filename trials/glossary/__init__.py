"""The words of the field: approved Chinese, what they mean to readers, and where they stand."""
