package app.pallet.ui.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The views of all catalogues, as the settings keep them. Immutable.
 *
 * @param catalogues those with views, the one changed last first, at most {@link #LIMIT}
 */
public record SavedViews(List<OfCatalogue> catalogues) {

  /** Catalogues whose views are remembered. */
  public static final int LIMIT = 50;

  /** No view. */
  public static final SavedViews NONE = new SavedViews(List.of());

  /**
   * The views of one catalogue.
   *
   * @param catalogue its path
   * @param views in the order in which they were made
   */
  public record OfCatalogue(String catalogue, List<SavedView> views) {
    public OfCatalogue {
      views = List.copyOf(views);
    }
  }

  public SavedViews {
    catalogues = catalogues.stream().limit(LIMIT).toList();
  }

  /** The views of a catalogue. */
  public List<SavedView> of(String catalogue) {
    return catalogues.stream()
        .filter(each -> each.catalogue().equals(catalogue))
        .findFirst()
        .map(OfCatalogue::views)
        .orElse(List.of());
  }

  /** The same with one more view, which replaces one of the same name. */
  SavedViews with(String catalogue, SavedView view) {
    List<SavedView> views = new ArrayList<>(of(catalogue));
    int place = indexOf(views, view.name());
    if (place < 0) {
      views.add(view);
    } else {
      views.set(place, view);
    }
    return with(catalogue, views);
  }

  /** The same with a view renamed; it replaces a view that already has the name. */
  SavedViews renaming(String catalogue, String name, String other) {
    List<SavedView> views = new ArrayList<>(of(catalogue));
    int place = indexOf(views, name);
    if (place < 0 || name.equals(other)) {
      return this;
    }
    SavedView renamed = views.get(place).named(other);
    views.set(place, renamed);
    views.removeIf(each -> each.name().equals(other) && !each.equals(renamed));
    return with(catalogue, views);
  }

  /** The same without a view. */
  SavedViews without(String catalogue, String name) {
    return with(
        catalogue, of(catalogue).stream().filter(each -> !each.name().equals(name)).toList());
  }

  private SavedViews with(String catalogue, List<SavedView> views) {
    Stream<OfCatalogue> others =
        catalogues.stream().filter(each -> !each.catalogue().equals(catalogue));
    Stream<OfCatalogue> own =
        views.isEmpty() ? Stream.empty() : Stream.of(new OfCatalogue(catalogue, views));
    return new SavedViews(Stream.concat(own, others).toList());
  }

  private static int indexOf(List<SavedView> views, String name) {
    return views.stream().map(SavedView::name).toList().indexOf(name);
  }
}
