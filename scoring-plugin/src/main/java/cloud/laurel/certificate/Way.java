package cloud.laurel.certificate;

/** How somebody came to look at a certificate. */
public enum Way {
  /** By its number, code or QR. */
  NUMBER,
  /** By name and school, or name and number. */
  NAME,
  /** By dropping its file. */
  FILE,
  /** The file, picture or badge was fetched. */
  DOWNLOAD
}
