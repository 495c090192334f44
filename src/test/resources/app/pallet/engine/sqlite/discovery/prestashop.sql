-- Tables like PrestaShop's products and their texts in each language and shop.
CREATE TABLE `ps_product` (
  `id_product` INTEGER PRIMARY KEY AUTOINCREMENT,
  `id_manufacturer` int(10) DEFAULT NULL,
  `reference` varchar(64) DEFAULT NULL,
  `ean13` varchar(13) DEFAULT NULL,
  `quantity` int(10) NOT NULL DEFAULT 0,
  `price` decimal(20,6) NOT NULL DEFAULT 0.000000,
  `condition` text NOT NULL DEFAULT 'new' CHECK (`condition` IN ('new', 'used', 'refurbished')),
  `available_date` date DEFAULT NULL,
  `date_upd` datetime NOT NULL
);
CREATE TABLE `ps_product_lang` (
  `id_product` int(10) NOT NULL REFERENCES `ps_product` ON DELETE CASCADE,
  `id_shop` int(11) NOT NULL DEFAULT 1,
  `id_lang` int(10) NOT NULL,
  `description` text,
  `link_rewrite` varchar(128) NOT NULL,
  `name` varchar(128) NOT NULL,
  PRIMARY KEY (`id_product`, `id_shop`, `id_lang`)
);
INSERT INTO ps_product (id_product, reference, quantity, price, available_date, date_upd)
  VALUES (1, 'demo_1', 3, 23.9, '2026-01-31', '2026-01-02 03:04:05'),
         (2, 'demo_2', 0, 35.9, '0000-00-00', '2026-01-02 03:04:05'),
         (3, 'demo_3', 0, 9, 'soon', '2026-01-02 03:04:05');
INSERT INTO ps_product_lang VALUES (1, 1, 1, NULL, 'shirt', 'Shirt'), (1, 1, 2, NULL, 'hemd', 'Hemd');
