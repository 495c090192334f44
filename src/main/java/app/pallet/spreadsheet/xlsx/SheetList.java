package app.pallet.spreadsheet.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the main part of a workbook says.
 *
 * @param sheets its sheets in their order
 * @param from1904 whether days are counted from 1904, as in old versions for the Mac
 * @param styles the part with the number formats; empty for none
 * @param texts the part with the shared texts; empty for none
 */
record SheetList(List<Sheet> sheets, boolean from1904, String styles, String texts) {

  /**
   * A sheet.
   *
   * @param name as on its tab
   * @param part the name of its part
   * @param hidden whether spreadsheet programs hide its tab
   */
  record Sheet(String name, String part, boolean hidden) {}

  /** Reads the main part of a workbook. */
  static SheetList read(WorkbookFile file) throws IOException {
    String main = file.workbookPart();
    Map<String, WorkbookFile.Relation> relations = file.relations(main);
    List<Sheet> sheets = new ArrayList<>();
    boolean from1904 = false;
    try (XmlCursor xml = file.part(main).orElseThrow(() -> new IOException("has no sheets"))) {
      while (xml.next()) {
        if (xml.isStart("workbookPr")) {
          String flag = xml.attribute("date1904");
          from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.isStart("sheet")) {
          WorkbookFile.Relation relation = relations.get(String.valueOf(xml.attribute("id")));
          if (relation != null && relation.type().endsWith("/worksheet")) { // not a chart
            sheets.add(
                new Sheet(
                    String.valueOf(xml.attribute("name")),
                    relation.target(),
                    !"visible".equals(state(xml))));
          }
        }
      }
    }
    return new SheetList(
        sheets, from1904, target(relations, "/styles"), target(relations, "/sharedStrings"));
  }

  private static String state(XmlCursor xml) {
    String state = xml.attribute("state");
    return state == null ? "visible" : state;
  }

  private static String target(Map<String, WorkbookFile.Relation> relations, String type) {
    return relations.values().stream()
        .filter(relation -> relation.type().endsWith(type))
        .findFirst()
        .map(WorkbookFile.Relation::target)
        .orElse("");
  }

  List<String> names() {
    return sheets.stream().map(Sheet::name).toList();
  }
}
