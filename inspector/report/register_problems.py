"""What the names in square brackets mean that are said of a register, its keys, its receipts and its checkpoints."""

REGISTER = {
    "register-entry": "An entry of a register is not as it was entered: missing, out of its place, changed, or not what the columns "
    "beside it say.",
    "register-tree": "A hash that is kept of the tree over the entries is not that of the entries below it.",
    "register-content": "A content of a register is missing, is no longer what its hash says, or is named by no entry.",
    "register-checkpoint": "A checkpoint does not say what the entries say, or the last one does not cover them all. What was "
    "signed was something else.",
    "register-signature": "A signature under a checkpoint does not hold, or a key that a register names is not as it was written.",
    "register-stamp": "A time stamp beside a checkpoint is over something else, or is not as its authority signed it.",
    "register-clock": "An entry is earlier than the one before it, or later than the checkpoint that it is in.",
    "register-file": "The file of a register is not, byte for byte, as it was left. Where no entry is told to be changed, what "
    "changed holds none.",
    "register-behind": "The key signed more entries than the register has, or others: entries were cut off, or this is another "
    "register. Nothing more is signed until that is settled.",
    "register-receipt": "The register does not begin with what was signed for a receipt: something was changed since it was given.",
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
}
