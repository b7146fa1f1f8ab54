"""The local index: columnar segments, named in a manifest, merged in the background."""
