using System.Collections.Immutable;
using Isonomia.Modeling.Equations;

namespace Isonomia.Modeling.Integration;

/// <summary>
/// One time step of all states, as a straight-line program from which any emitter makes code. It reads the states at
/// the start of the step, parameters, inputs and built-ins (t at the start of the step, dt), and ends by assigning
/// every state its value at the end of the step; before that only temporaries are assigned, so every value read is that
/// of the start of the step. Names it makes begin with an underscore.
/// </summary>
/// <param name="Propagators">Matrix exponentials whose entries the assignments read as variables.</param>
/// <param name="Assignments">The program. Noise is gone: only normal draws remain.</param>
/// <param name="Blocks">Which states were stepped how, and why.</param>
public sealed record StepProgram(
    ImmutableArray<Propagator> Propagators, ImmutableArray<Assignment> Assignments, ImmutableArray<BlockChoice> Blocks);
