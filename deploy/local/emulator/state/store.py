"""All files of the local Drive: kept in memory, written through to storage."""

from collections.abc import Iterator
from contextlib import contextmanager

from deploy.local.emulator.state import records
from deploy.local.emulator.state.files import DriveFile
from deploy.local.emulator.state.storage import Storage
from deploy.local.emulator.state.workbook import Workbook


class Store:
    """Files and workbooks. Every change happens inside ``change()``: all of it or nothing."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self.files: dict[str, DriveFile] = {}
        self._workbooks: dict[str, Workbook] = {}
        self._touched: set[str] = set()
        self._load_files()

    def _load_files(self) -> None:
        loaded = (records.read_file(record) for record in self._storage.file_records())
        self.files = {file.id: file for file in loaded}

    def workbook(self, file_id: str) -> Workbook:
        """Return a file's workbook, read from storage when it is not in memory yet."""
        if file_id not in self._workbooks:
            record, sheets = self._storage.workbook_record(file_id)
            self._workbooks[file_id] = records.read_workbook(file_id, record, sheets)
        return self._workbooks[file_id]

    def add(self, file: DriveFile, workbook: Workbook | None = None) -> None:
        """Add a file, with its workbook unless it is a folder; only inside ``change()``."""
        self.files[file.id] = file
        if workbook is not None:
            self._workbooks[file.id] = workbook
        self.touch(file.id)

    def touch(self, file_id: str) -> None:
        """Say that a file or its workbook changes; only inside ``change()``."""
        self._touched.add(file_id)

    def delete(self, file_id: str) -> None:
        """Take a file away for good; only inside ``change()``."""
        self.touch(file_id)
        del self.files[file_id]
        self._workbooks.pop(file_id, None)

    def reset(self) -> None:
        """Delete every file."""
        with self.change():
            for file_id in list(self.files):
                self.delete(file_id)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Store what was touched when the block ends; undo all of it when it raises."""
        self._storage.begin()
        try:
            yield
            self._write()
        except BaseException:
            self._storage.rollback()
            self._forget()
            raise
        self._storage.commit()
        self._touched.clear()

    def _write(self) -> None:
        for file_id in self._touched:
            file = self.files.get(file_id)
            if file is None:
                self._storage.delete_file(file_id)
                continue
            workbook = self._workbooks.get(file_id)
            body = None if workbook is None else records.workbook_record(workbook)
            self._storage.put_file(file_id, records.file_record(file), body)
            for sheet in [] if workbook is None else workbook.sheets:
                if sheet.dirty:
                    self._storage.put_sheet(file_id, sheet.id, records.sheet_record(sheet))
                    sheet.dirty = False

    def _forget(self) -> None:
        for file_id in self._touched:
            self._workbooks.pop(file_id, None)
        self._touched.clear()
        self._load_files()

    def lacking_functions(self) -> dict[str, int]:
        """Return how many cells of the open workbooks use each function only Google has."""
        counts: dict[str, int] = {}
        for workbook in self._workbooks.values():
            for name, count in workbook.calculator.lacking().items():
                counts[name] = counts.get(name, 0) + count
        return counts

    def close(self) -> None:
        """Let go of the storage."""
        self._storage.close()
