namespace Isonomia.Simulation.Theory;

/// <summary>
/// The balanced state of an excitatory and an inhibitory population in the limit of many strong connections (van
/// Vreeswijk &amp; Sompolinsky 1996, doi:10.1126/science.274.5293.1724). With K connections from each population of
/// strength 1/sqrt(K), mean inputs are of order sqrt(K) unless they cancel, and that they cancel fixes the rates,
/// whatever cells do. All weights are magnitudes.
/// </summary>
/// <param name="EE">E to E.</param>
/// <param name="EI">I to E.</param>
/// <param name="IE">E to I.</param>
/// <param name="II">I to I.</param>
/// <param name="ExternalE">Outside to E.</param>
/// <param name="ExternalI">Outside to I.</param>
public sealed record BalanceEquations(
    double EE, double EI, double IE, double II, double ExternalE, double ExternalI)
{
    /// <summary>Whether there is a balanced state with both populations active, and no other with one silent:
    /// ExternalE/ExternalI &gt; EI/II &gt; EE/IE.</summary>
    public bool Holds => ExternalE * II > ExternalI * EI && EI * IE > EE * II;

    /// <summary>The rates at which excitation and inhibition cancel, in units of the external rate; negative where
    /// there is no such state.</summary>
    public (double E, double I) Rates
    {
        get
        {
            var determinant = EI * IE - EE * II;
            return (
                (ExternalE * II - ExternalI * EI) / determinant,
                (ExternalE * IE - ExternalI * EE) / determinant);
        }
    }
}
