-- A table like WooCommerce's product look-up, as a converter from MySQL writes it for SQLite.
CREATE TABLE `wp_wc_product_meta_lookup` (
  `product_id` bigint(20) NOT NULL,
  `sku` varchar(100) DEFAULT '',
  `global_unique_id` varchar(100) DEFAULT '',
  `virtual` tinyint(1) DEFAULT 0,
  `min_price` decimal(19,4) DEFAULT NULL,
  `max_price` decimal(19,4) DEFAULT NULL,
  `stock_quantity` double DEFAULT NULL,
  `stock_status` varchar(100) DEFAULT 'instock',
  `tax_class` varchar(100) DEFAULT '',
  PRIMARY KEY (`product_id`)
);
CREATE INDEX `min_max_price` ON `wp_wc_product_meta_lookup` (`min_price`, `max_price`);
INSERT INTO wp_wc_product_meta_lookup (product_id, sku, min_price, max_price, stock_quantity)
  VALUES (11, 'MUG-1', 4.5, 4.5, 7.0), (12, 'MUG-2', '', 'on request', NULL);
