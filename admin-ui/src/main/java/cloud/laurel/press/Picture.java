package cloud.laurel.press;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Certificates as pictures, for phones that open no PDF. */
public final class Picture {

  /** Width of what is looked at, in pixels. */
  public static final int WHOLE = 1600;

  /** Width of a small preview, in pixels. */
  public static final int SMALL = 480;

  private Picture() {}

  /**
   * The first page of a PDF as PNG.
   *
   * @param width in pixels
   */
  public static byte[] of(byte[] pdf, int width) {
    try (PDDocument file = Loader.loadPDF(pdf)) {
      float points = file.getPage(0).getMediaBox().getWidth();
      BufferedImage drawn = new PDFRenderer(file).renderImage(0, width / points, ImageType.RGB);
      return Png.of(drawn);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
