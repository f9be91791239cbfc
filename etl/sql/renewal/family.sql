-- Households of which a member's results may differ.
select family_id from renewal.own_registration where family_id is not null
union
select family_id from renewal.registration_changed where family_id is not null
