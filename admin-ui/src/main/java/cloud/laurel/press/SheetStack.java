package cloud.laurel.press;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Certificates behind one another in one file that goes to a printer: their pages as they are, with
 * nothing of what makes each of them a document. It is held in memory, so that no scratch file with
 * people's names is left behind.
 */
public final class SheetStack implements AutoCloseable {

  /** What may be on a page: neither the field of a signature nor the text's structure. */
  private static final COSName[] KEPT = {COSName.RESOURCES, COSName.CONTENTS};

  private static final float VERSION = 1.7f;

  private final PDDocument stack = new PDDocument();

  /** An empty one. */
  public SheetStack(String title) {
    stack.setVersion(VERSION);
    stack.getDocumentInformation().setTitle(title);
    stack.getDocumentInformation().setProducer("Laurel");
    stack.getDocumentCatalog().setLanguage("zh-CN");
    ForPaper.ask(stack);
  }

  /** Lays the pages of a certificate on it. */
  public void add(byte[] pdf) throws IOException {
    try (PDDocument one = Loader.loadPDF(pdf)) {
      // it remembers all that it has copied: no longer than for one file
      Copier copier = new Copier(stack);
      for (PDPage page : one.getPages()) {
        PDPage copy = new PDPage(page.getMediaBox());
        for (COSName part : KEPT) {
          COSBase content = page.getCOSObject().getDictionaryObject(part);
          copy.getCOSObject().setItem(part, copier.cloneForNewDocument(content));
        }
        stack.addPage(copy);
      }
    }
  }

  /**
   * Writes the file.
   *
   * @param out not closed
   */
  public void write(OutputStream out) throws IOException {
    // the library's compressed tables leave themselves out, which qpdf warns of
    stack.save(out, CompressParameters.NO_COMPRESSION);
  }

  @Override
  public void close() throws IOException {
    stack.close();
  }

  private static final class Copier extends PDFCloneUtility {
    Copier(PDDocument to) {
      super(to);
    }
  }
}
