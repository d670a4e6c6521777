package cloud.laurel.press;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Asks whoever prints a file for its real size and one side of the paper. */
final class ForPaper {

  private ForPaper() {}

  static void ask(PDDocument file) {
    PDDocumentCatalog catalog = file.getDocumentCatalog();
    PDViewerPreferences viewer = catalog.getViewerPreferences();
    if (viewer == null) {
      viewer = new PDViewerPreferences(new COSDictionary());
      catalog.setViewerPreferences(viewer);
    }
    viewer.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
    viewer.setDuplex(PDViewerPreferences.DUPLEX.Simplex);
    viewer.setDisplayDocTitle(true);
  }
}
