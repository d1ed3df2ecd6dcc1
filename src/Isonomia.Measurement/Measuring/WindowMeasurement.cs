using Isonomia.Measurement.Results;

namespace Isonomia.Measurement.Measuring;

/// <summary>What was found in a window of time: numbers only, without curves.</summary>
/// <param name="Onset">Where it begins, in seconds of stored signal.</param>
/// <param name="Duration">How long it is, in seconds.</param>
/// <param name="Channels">For each good channel, by its name, the numbers by biomarker.</param>
/// <param name="Whole">The numbers of all channels at once, by biomarker.</param>
/// <param name="Populations">For each population of spikes, by its name, the numbers by biomarker.</param>
public sealed record WindowMeasurement(double Onset, double Duration,
    IReadOnlyList<(string Channel, IReadOnlyDictionary<string, Reading> Numbers)> Channels,
    IReadOnlyDictionary<string, Reading> Whole,
    IReadOnlyList<(string Population, IReadOnlyDictionary<string, Reading> Numbers)> Populations);
