### Channels.

channel-web = Formular
channel-email = Mail
channel-letter = Brev
channel-phone = Telefon
channel-counter = Personligt fremmøde
channel-chat = Chat
channel-social = Sociale medier
channel-status_page = Sagens side
intake-form = { channel-web }
intake-mail = { channel-email }
intake-letter = { channel-letter }
intake-phone = { channel-phone }
intake-counter = { channel-counter }
intake-chat = { channel-chat }
intake-social = { channel-social }
