using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.BrainVision;

/// <summary>One channel as a header file describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Resolution">Units a step.</param>
/// <param name="Unit">The unit, normalised; microvolts where none is given, as the format defines.</param>
/// <param name="Position">Where the sensor sits, if known.</param>
internal sealed record BrainVisionChannel(string Name, double Resolution, string Unit, Position? Position);
