using Isonomia.Inference.Locating;

namespace Isonomia.Inference.Cohorts;

/// <summary>What locating a recording of a data set left, in few numbers.</summary>
/// <param name="Fingerprint">Hash of the recording's files, of every setting and of the version.</param>
/// <param name="Quantities">Every quantity of every channel whose posterior converged.</param>
/// <param name="Unlocated">Channels that were asked for and not located, each with its reason.</param>
public sealed record LocatedFile(
    string Fingerprint, IReadOnlyList<LocatedQuantity> Quantities, IReadOnlyList<string> Unlocated)
{
    /// <summary>Of a located recording.</summary>
    public static LocatedFile Of(LocatedRecording located, string fingerprint)
    {
        ArgumentNullException.ThrowIfNull(located);
        var quantities = new List<LocatedQuantity>();
        var unlocated = new List<string>();
        foreach (var channel in located.Channels)
        {
            if (channel.Posterior is not { Diagnostics.Converged: true } posterior)
            {
                unlocated.Add($"{channel.Channel.Name}: {channel.WhyNot ?? channel.Posterior!.Diagnostics.WhyNot}");
                continue;
            }

            void Add(string name, string unit, Marginal m) => quantities.Add(
                new(channel.Channel.Name, name, unit, m.Mean, m.Sd, m.Q05, m.Median, m.Q95));
            for (var i = 0; i < located.Model.Coordinates.Count; i++)
                Add(located.Model.Coordinates[i].Name, located.Model.Coordinates[i].Unit, posterior.Coordinate(i));
            Add("margin", "1/s", posterior.Margin);
            for (var i = 0; i < posterior.Names.Count; i++)
                Add(posterior.Names[i], posterior.Units[i], posterior.Parameter(i));
        }

        return new LocatedFile(fingerprint, quantities, unlocated);
    }
}
