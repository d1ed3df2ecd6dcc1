using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Synthesis.Known;

namespace Isonomia.Measurement.Synthesis;

/// <summary>A recording of a virtual individual, and what is true of it.</summary>
/// <param name="Recording">The recording, held in memory.</param>
/// <param name="Truth">What a measurement should find.</param>
public sealed record VirtualRecording(Recording Recording, Truth Truth);
