/// The trusted mathematics of the quantizer tasks: sources of weights, trellis codes, what a stream
/// decodes to and how far that is from the weights. It never meets a candidate's code.
///
/// ## What the bench of track S is told and answers
///
/// Weights travel as base64 (RFC 4648, padded, without line breaks) of little-endian floats,
/// row-major; streams as base64 of their bytes (see [quantizer.reference.Stream]). One line of
/// JSON for each instance:
///
/// ```json
/// {"rows": 64, "cols": 1024, "bits": 2.0, "weights": "AACAPw..."}
/// ```
///
/// `bits` is what a weight may take, scales included, head and code not: a record of 256 weights
/// has at most `bits` times 32 bytes. The answer, in any order of its members:
///
/// ```json
/// {"stream": "VFdRMQ...", "encode": 0.41, "exact": true, "table": 256,
///  "decode32": 1.9e-6, "int4_32": 1.7e-6, "decode8": 6.1e-7, "int4_8": 5.3e-7}
/// ```
///
/// `encode`: processor seconds to encode this instance. `exact`: whether the timed decoder gave,
/// bit by bit, what the bench's plain decoder gives for the stream. `table`: bytes the decoder keeps at hand. `decode32` and
/// `decode8`: least seconds to decode this stream to floats, and to signed bytes before gain and
/// scale; `int4_32` and `int4_8`: the same for 4-bit codes of as many weights, interleaved with
/// them. `decode8` is 0 for codes whose values are no signed bytes.
package quantizer.reference;
