/// The trusted mathematics of the quantizer tasks: sources of weights, trellis codes, what a stream
/// decodes to and how far that is from the weights. It never meets a candidate's code.
///
/// Three tracks use it. Of the two whose candidates are Java, F (`fixed/`) and V (`variable/`), it
/// makes the weights and measures the distortion. On track S candidates are settings, and what the
/// bench made of them is a [quantizer.reference.Stream], decoded here once more.
///
/// [quantizer.reference.Figures] measures what is known of the codes: distortions come out as
/// published, or as measured before, through the same stream and the same arithmetic.
package quantizer.reference;
