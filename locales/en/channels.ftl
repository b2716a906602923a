### Channels.

channel-web = Web form
channel-email = E-mail
channel-letter = Letter
channel-phone = Phone
channel-counter = At the counter
channel-chat = Chat
channel-social = Social media
channel-text = Text message
channel-digital_post = Official digital mail
channel-api = From another system
channel-controller = From a controller
channel-status_page = Status page
channel-list = Opt-out on a list
intake-form = { channel-web }
intake-mail = { channel-email }
intake-letter = { channel-letter }
intake-phone = { channel-phone }
intake-counter = { channel-counter }
intake-chat = { channel-chat }
intake-social = { channel-social }
