using Isonomia.Measurement.Formats.Arrays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Formats.Nwb;

/// <summary>A series in an NWB file, its samples left where they are.</summary>
/// <param name="Path">Where it is, without the leading slash.</param>
/// <param name="Kind">Its type in the schema: <c>ElectricalSeries</c>.</param>
/// <param name="Unit">The unit of its values once they are converted.</param>
/// <param name="Rate">Samples a second.</param>
/// <param name="Samples">Samples of each column.</param>
/// <param name="Columns">Values a sample.</param>
/// <param name="Numbers">The samples, one after the other.</param>
/// <param name="Gains">For each column what its values are multiplied by.</param>
/// <param name="Offset">What is then added.</param>
/// <param name="Stretches">Its uninterrupted parts.</param>
internal sealed record NwbStored(
    string Path, string Kind, string Unit, double Rate, long Samples, int Columns, NumberBlock Numbers, double[] Gains,
    double Offset, IReadOnlyList<Stretch> Stretches)
{
    /// <summary>The rows of the table of electrodes that its columns belong to; empty where that is not said.</summary>
    public IReadOnlyList<int> Electrodes { get; init; } = [];

    /// <summary>Whether a model made it, as the file says.</summary>
    public bool IsSimulated { get; init; }

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    public bool IsElectrical => Kind == "ElectricalSeries";
}
