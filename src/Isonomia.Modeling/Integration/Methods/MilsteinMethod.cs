using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration.Emission;

namespace Isonomia.Modeling.Integration.Methods;

/// <summary>
/// The Milstein step of dx = f dt + g dW, x + f dt + g dW + g g' dW²/2, of strong order 1, in the sense of Stratonovich
/// as Brian 2's (Kloeden &amp; Platen 1992, section 10.3). States that share a noise enter g' with all of it.
/// </summary>
internal static class MilsteinMethod
{
    /// <summary>Writes the step.</summary>
    /// <returns>What is added to each state.</returns>
    public static ImmutableArray<Expression> Step(BlockContext block)
    {
        var increments = RungeKuttaMethod.Euler(block).ToArray();
        for (var i = 0; i < increments.Length; i++)
        {
            var state = block.States[i];
            foreach (var (noise, factor) in state.Noise)
            {
                foreach (var other in block.States.Where(s => s.Noise.ContainsKey(noise)))
                {
                    var slope = Derivative.Of(factor, other.Name);
                    if (slope.IsConstant(0))
                        continue;
                    var increment = block.Increment(noise);
                    increments[i] += Expression.Constant(0.5) * increment * increment
                        * block.Start.Let("c", $"{state.Name}_{other.Name}", slope * other.Noise[noise]);
                }
            }
        }

        return [.. increments];
    }
}
