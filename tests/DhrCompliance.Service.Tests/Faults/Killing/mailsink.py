"""A mail server not written by us (aiosmtpd) that remembers across the deaths of its clients what it has accepted.

usage: mailsink.py LOG MILLISECONDS

Its first line names its port. The Message-ID of each mail is appended to LOG and seen to the disk before the reply, which is held back for
so long. A number on standard input: the reply to the mail that comes so many from now is held back for two seconds, and told as "held".
"down" and "up" refuse mails for now and take them again. It ends when its standard input does.
"""
import asyncio
import email
import os
import socket
import sys

from aiosmtpd.controller import Controller

log = open(sys.argv[1], "a", encoding="ascii")
pause = int(sys.argv[2]) / 1000
HELD = 2


class Mails:
    until_held = 0
    is_down = False

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.is_down:
            return "421 4.3.2 Closed for now"
        envelope.mail_from = address
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        log.write(email.message_from_bytes(envelope.content)["Message-ID"].strip() + "\n")
        log.flush()
        os.fsync(log.fileno())
        self.until_held -= 1
        if self.until_held == 0:
            print("held", flush=True)
            await asyncio.sleep(HELD)
        else:
            await asyncio.sleep(pause)
        return "250 2.0.0 Queued"


mails = Mails()

# The controller calls at the port it was given, so it cannot be 0: any that is free.
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
server = Controller(mails, hostname="127.0.0.1", port=port)
server.start()
print(server.port, flush=True)
for line in sys.stdin:
    word = line.strip()
    if word in ("down", "up"):
        mails.is_down = word == "down"
        print(word, flush=True)
    else:
        mails.until_held = int(word)
server.stop()
