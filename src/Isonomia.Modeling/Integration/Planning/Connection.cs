using System.Collections.Immutable;

namespace Isonomia.Modeling.Integration.Planning;

/// <summary>Divides states into blocks: those that read one another, in whatever direction, belong together.</summary>
internal static class Connection
{
    /// <summary>The blocks, in the order of their first states.</summary>
    /// <param name="states">The states.</param>
    public static ImmutableArray<ImmutableArray<StateEquation>> Blocks(IEnumerable<StateEquation> states)
    {
        var left = states.ToList();
        var blocks = ImmutableArray.CreateBuilder<ImmutableArray<StateEquation>>();
        while (left.Count > 0)
        {
            var block = new List<StateEquation> { left[0] };
            for (var i = 0; i < block.Count; i++)
                block.AddRange(left.Where(s => !block.Contains(s) && AreConnected(s, block[i])).ToArray());
            blocks.Add([.. left.Where(block.Contains)]);
            left.RemoveAll(block.Contains);
        }

        return blocks.ToImmutable();
    }

    /// <summary>Whether one state reads the other, or both hear the same noise.</summary>
    public static bool AreConnected(StateEquation x, StateEquation y) =>
        x.Reads.Contains(y.Name) || y.Reads.Contains(x.Name) || x.NoiseReads.Contains(y.Name)
        || y.NoiseReads.Contains(x.Name) || x.Noise.Keys.Any(y.Noise.ContainsKey);
}
