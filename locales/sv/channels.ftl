### Channels.

channel-web = Formulär
channel-email = E-post
channel-letter = Brev
channel-phone = Telefon
channel-counter = Personligt besök
channel-chat = Chatt
channel-social = Sociala medier
channel-status_page = Ärendets sida
intake-form = { channel-web }
intake-mail = { channel-email }
intake-letter = { channel-letter }
intake-phone = { channel-phone }
intake-counter = { channel-counter }
intake-chat = { channel-chat }
intake-social = { channel-social }
