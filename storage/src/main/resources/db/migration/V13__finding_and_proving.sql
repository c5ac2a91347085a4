-- Whoever gave this e-mail or phone, for agents who look for a customer's other conversation.
create index contact_email on contact (email);
create index contact_phone on contact (phone);
