using Isonomia.Numerics.Random;

namespace Isonomia.Simulation.Synapses;

/// <summary>What draws at events of a projection are keyed by, besides the synapse and the step.</summary>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Projection">The projection's name.</param>
internal readonly record struct EventSites(ulong Seed, string Projection)
{
    /// <summary>The purpose of the draws of a place in the text.</summary>
    /// <param name="isPost">Whether it is what a spike of the target does.</param>
    /// <param name="site">The name of the place.</param>
    public int Purpose(bool isPost, string site) => unchecked((int)RandomPurpose.Named(
        $"synapse {Projection}/{(isPost ? "post" : "pre")}/{site}").Code);
}
