"""What the names in square brackets mean that are said of a register, its keys, its receipts and its checkpoints."""

REGISTER = {
    "register-entry": "An entry of a register is not as it was entered: missing, out of its place, changed, or not what the "
    "columns beside it say.",
    "register-tree": "A hash that is kept of the tree over the entries is not that of the entries below it.",
    "register-content": "A content of a register is missing, is no longer what its hash says, or is named by no entry.",
    "register-checkpoint": "A checkpoint does not say what the entries say, or the last one does not cover them all. What was "
    "signed was something else.",
    "register-signature": "A signature under a checkpoint does not hold, or a key that a register names is not as it was "
    "written.",
    "register-stamp": "A time stamp beside a checkpoint is over something else, or is not as its authority signed it.",
    "register-clock": "An entry is earlier than the one before it, or later than the checkpoint that it is in.",
    "register-file": "The file of a register is not, byte for byte, as it was left. Where no entry is told to be changed, what "
    "changed holds none.",
    "register-behind": "The key signed more entries than the register has, or others: entries were cut off, or this is another "
    "register. Nothing more is signed until that is settled.",
    "register-receipt": "The register does not begin with what was signed for a receipt: something was changed since it was "
    "given.",
    "register-damaged": "Something in a register cannot be read as what it should be.",
    "register-key": "A key of a register cannot be read, made or used as it was asked.",
    "register-key-missing": "The key of a register is not there, or none was named. Without the private one nothing can be "
    "entered, and without the public one nothing verified.",
    "wrong-register-key": "A key is not the one of this register, or of who is said to have signed.",
    "register-forked": "Two checkpoints of one register do not go together: two histories were shown, or it is another register.",
    "no-proof": "A checkpoint has no proof that it continues the older one that was given.",
    "not-a-checkpoint": "A file is no signed checkpoint of a register.",
    "not-a-receipt": "A file is no receipt of a register.",
    "not-a-stamp": "A file is no time stamp (RFC 3161) of a checkpoint of this register.",
    "receipt-altered": "A receipt does not hold: its entry, its place, its proof, its checkpoint or a signature was changed.",
    "receipt-for-another": "A receipt is for something else than the bundle or register that was given.",
    "bundle-changed": "A bundle is not as it was sealed, so it is not what a receipt is for.",
    "no-such-register": "No register is named, or there is none where it was looked for. `inspector register add` makes one.",
    "not-a-register": "What lies there is no register: a folder, another sort of file, or a database of something else.",
    "register-place": "A register is a file (SQLite) or a PostgreSQL database, named by its URL. What was named is neither, or "
    "cannot be made.",
    "register-newer": "The register was written by a newer version of Inspector. This one does not touch it.",
    "register-locked": "Somebody else was writing in the register and did not finish in time. Nothing was entered: try again.",
    "register-read-only": "The register may not be written to by whoever asked.",
    "register-full": "There is no room left where the register lies. Nothing was entered.",
    "register-unreadable": "The register cannot be opened or read. Who may, and whether the disk is sound, is to be asked first.",
    "register-unreachable": "The server of the register cannot be reached, or was lost on the way. Where something was being "
    "entered the message says whether it is known what became of it.",
    "register-no-access": "The server of the register lets nobody in by that name, or has no such database.",
    "register-too-large": "Something is larger than the database can hold.",
    "register-export": "What was to be imported is no export of a register, or not as it was exported: something is missing, was "
    "altered or was added. Nothing was entered.",
    "register-empty": "Nothing was entered in the register yet, so that there is nothing to export.",
    "register-not-empty": "A register is imported to a place that has none. There are entries already; they were not touched.",
    "register-text": "A text that was to be entered says nothing, is too long, or is no text.",
    "clock-back": "The clock says an earlier time than the last entry has. The time of a register never goes back: nothing was "
    "entered.",
    "submitted-before": "The very same bundle is in the register already. It is entered once; its receipt can be written again.",
    "another-authority": "Next to nothing of what earlier submissions of that name held is in this one: it may be another "
    "authority of the same name. If it is the same, say so with `--same-authority`.",
    "no-such-entry": "There is no entry of that number, or no one submission with that root.",
    "no-such-content": "Nothing is kept under that name with the entry.",
    "not-pseudonymised": "A file of a bundle cannot be kept with identifiers replaced, so none was, and nothing was entered.",
}
