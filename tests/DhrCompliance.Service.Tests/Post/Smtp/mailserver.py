"""A mail server not written by us, for the tests: aiosmtpd with STARTTLS and a login, both required.

usage: mailserver.py CERTIFICATE KEY USER PASSWORD

Its first line names its port. Each mail that it accepts is one line of JSON, as Python's email package reads it.
It ends when its standard input does.
"""
import email
import email.policy
import json
import socket
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

certificate, key, user, password = sys.argv[1:]


class Mails:
    def __init__(self):
        self.sessions = []

    async def handle_DATA(self, server, session, envelope):
        if session not in self.sessions:
            self.sessions.append(session)
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        letter = next(mail.iter_parts()) if mail.get_content_type() == "multipart/mixed" else mail
        text, page = letter.iter_parts()
        print(json.dumps({
            "session": self.sessions.index(session) + 1,
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": {name: str(value) for name, value in mail.items()},
            "names": [name for name, _ in mail.items()],
            "defects": [str(defect) for part in mail.walk() for defect in part.defects],
            "type": letter.get_content_type(),
            "types": [part.get_content_type() for part in (text, page)],
            "text": text.get_content().replace("\r\n", "\n"),
            "html": page.get_content().replace("\r\n", "\n"),
        }), flush=True)
        return "250 2.0.0 Queued"


def is_login(server, session, envelope, mechanism, data):
    good = mechanism == "LOGIN" and (data.login, data.password) == (user.encode(), password.encode())
    return AuthResult(success=good, handled=False)


class Smtp(SMTP):
    async def smtp_AUTH(self, arg):
        # The framework's client writes the scheme's name in small letters, which this server alone does not take.
        scheme, *rest = (arg or "").split()
        await super().smtp_AUTH(" ".join([scheme.upper(), *rest]))


class Server(Controller):
    def factory(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        return Smtp(
            self.handler, hostname="aiosmtpd.example", tls_context=context, require_starttls=True,
            auth_required=True, authenticator=is_login)


# The controller calls at the port it was given, so it cannot be 0: any that is free.
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
server = Server(Mails(), hostname="127.0.0.1", port=port)
server.start()
print(server.port, flush=True)
sys.stdin.read()
server.stop()
