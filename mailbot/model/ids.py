"""The ids that rows are known by, one type each, so that mypy keeps them apart."""

from __future__ import annotations

from typing import NewType

PersonId = NewType("PersonId", str)  # row id of a person
ParticipantId = NewType("ParticipantId", str)  # the roster's `id`, as in "m01"
AddressId = NewType("AddressId", str)
PairId = NewType("PairId", str)
EnrolmentId = NewType("EnrolmentId", str)
RoundId = NewType("RoundId", str)
ThreadId = NewType("ThreadId", str)
PostId = NewType("PostId", str)
InboxId = NewType("InboxId", str)
OutboxId = NewType("OutboxId", str)
ConfirmationId = NewType("ConfirmationId", str)
ProgrammeName = NewType("ProgrammeName", str)  # stem of the schedule file
QuestionId = NewType("QuestionId", str)
Token = NewType("Token", str)  # lower-case base32, 100 bits
MessageId = NewType("MessageId", str)  # with its angle brackets
