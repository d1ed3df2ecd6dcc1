using System.Collections.Immutable;
using Isonomia.Modeling.Description;
using Isonomia.Modeling.Equations;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Units;

namespace Isonomia.Modeling.Circuits.Resolving;

/// <summary>When a population that only sends spikes does so.</summary>
internal static class SpikeSourceReader
{
    /// <summary>The source; null after an error.</summary>
    public static SpikeSource? Read(Section section, CircuitScope scope, NumberFiles files, int? size)
    {
        switch (section.Choice("kind", ("poisson", 0), ("list", 1)))
        {
            case 0:
                if (section.Find("rate") is { } written)
                {
                    return RateReader.Read(written, scope, files,
                        new Symbol("i", SymbolKind.BuiltIn, Dimension.None, ValueKind.Integer)) is { } rate
                        ? new SpikeSource.Poisson(rate)
                        : null;
                }

                section.Missing("rate", "10 Hz");
                return null;
            case 1:
                return SpikeListReader.Read(section, "cells", scope, files, size) is var (times, cells)
                    && Named(section, times, cells)
                        ? new SpikeSource.Listed(times, cells)
                        : null;
            default:
                if (section.Find("kind") is null)
                    section.Missing("kind", "poisson");
                return null;
        }
    }

    private static bool Named(Section section, ImmutableArray<double> times, ImmutableArray<int> cells)
    {
        if (cells.Length == times.Length)
            return true;
        section.Missing("cells", "[0, 1]");
        return false;
    }
}
