### Channels.

channel-web = Web form
channel-email = E-mail
channel-letter = Letter
channel-phone = Phone
channel-counter = At the counter
channel-chat = Chat
channel-social = Social media
channel-status_page = Status page
intake-form = { channel-web }
intake-mail = { channel-email }
intake-letter = { channel-letter }
intake-phone = { channel-phone }
intake-counter = { channel-counter }
intake-chat = { channel-chat }
intake-social = { channel-social }
