-- Tables like Odoo's product templates and variants, with texts in JSON as since Odoo 16.
CREATE TABLE uom_uom (id INTEGER PRIMARY KEY, name jsonb NOT NULL, factor numeric CHECK (factor <> 0));
CREATE TABLE product_category (
  id INTEGER PRIMARY KEY, name varchar NOT NULL, complete_name varchar,
  parent_id integer REFERENCES product_category (id) ON DELETE CASCADE
);
CREATE TABLE product_template (
  id INTEGER PRIMARY KEY,
  name jsonb NOT NULL,
  default_code varchar,
  list_price numeric,
  weight numeric,
  sale_ok boolean,
  active boolean,
  categ_id integer NOT NULL REFERENCES product_category (id) ON DELETE SET NULL,
  uom_id integer NOT NULL REFERENCES uom_uom (id) ON DELETE RESTRICT,
  write_date timestamp without time zone
);
CREATE TABLE product_product (
  id INTEGER PRIMARY KEY,
  product_tmpl_id integer NOT NULL REFERENCES product_template (id) ON DELETE CASCADE,
  barcode varchar,
  default_code varchar
);
CREATE UNIQUE INDEX product_product_barcode ON product_product (barcode) WHERE barcode IS NOT NULL;
INSERT INTO uom_uom VALUES (1, '{"en_US": "Units"}', 1.0);
INSERT INTO product_category VALUES (1, 'All', 'All', NULL), (2, 'Saleable', 'All / Saleable', 1);
INSERT INTO product_template
  VALUES (5, '{"en_US": "Desk"}', 'FURN_1', 450.0, 0.01, 1, 1, 2, 1, '2026-03-04 05:06:07.123'),
         (6, '{"en_US": "Lamp"}', NULL, 40, NULL, 't', 0, 2, 1, NULL);
INSERT INTO product_product VALUES (7, 5, '4006381333931', 'FURN_1'), (8, 6, NULL, NULL);
