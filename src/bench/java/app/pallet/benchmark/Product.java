package app.pallet.benchmark;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;

/** A product as a Hibernate entity, in the columns' stored form. */
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
@Entity(name = "product")
class Product {
  @Id Long id;
  String sku;
  String name;
  String description;
  String category;
  String brand;
  Long price;

  @Column(name = "compare_at_price")
  Long compareAtPrice;

  Long cost;

  @Column(name = "tax_class")
  String taxClass;

  Long quantity;

  @Column(name = "reorder_level")
  Long reorderLevel;

  String barcode;
  Long weight;
  String unit;
  String supplier;
  String tags;
  String image;
  Long active;

  @Column(name = "available_from")
  String availableFrom;

  Long created;
  Long updated;
  @Version Long version;

  /** For Hibernate. */
  protected Product() {}

  /** A product that is not in the database yet, from the values in the table's order. */
  Product(List<Object> row) {
    id = (Long) row.get(0);
    sku = (String) row.get(1);
    name = (String) row.get(2);
    description = (String) row.get(3);
    category = (String) row.get(4);
    brand = (String) row.get(5);
    price = (Long) row.get(6);
    compareAtPrice = (Long) row.get(7);
    cost = (Long) row.get(8);
    taxClass = (String) row.get(9);
    quantity = (Long) row.get(10);
    reorderLevel = (Long) row.get(11);
    barcode = (String) row.get(12);
    weight = (Long) row.get(13);
    unit = (String) row.get(14);
    supplier = (String) row.get(15);
    tags = (String) row.get(16);
    image = (String) row.get(17);
    active = (Long) row.get(18);
    availableFrom = (String) row.get(19);
    created = (Long) row.get(20);
    updated = (Long) row.get(21);
  }

  /** Takes a new price, quantity and moment of change. */
  void change(List<Object> row) {
    price = (Long) row.get(0);
    quantity = (Long) row.get(1);
    updated = (Long) row.get(2);
  }
}
