"""An index on disk: its folder, manifest, lock and commit; files of checksummed sections."""
