using System.Collections.Immutable;
using Isonomia.Modeling.Expressions;
using Isonomia.Modeling.Integration;
using Isonomia.Modeling.Models;
using Isonomia.Simulation.Compilation.Emission;
using Isonomia.Simulation.Compilation.Kernels;
using Isonomia.Simulation.Compilation.Lowering;
using Isonomia.Simulation.Compilation.Staging;

namespace Isonomia.Simulation.Compilation;

/// <summary>
/// A cell model compiled to one function that performs the whole step of a range of cells. It does not depend on the
/// values of parameters, so that one serves any number of populations and runs. Immutable, and safe to share.
/// </summary>
public sealed class CompiledCell
{
    private readonly LoweringOptions options;

    private CompiledCell(CellModel model, StepProgram step, LoweringOptions options, Lanes lanes)
    {
        Model = model;
        Step = step;
        this.options = options;
        Lanes = lanes;
        Program = CellLowering.Step(model, step, options);
        Function = LoopEmitter.Emit(Program, lanes, model.Name);
    }

    private CompiledCell(CellModel model, CompiledCell same)
    {
        (Model, Step, options, Lanes) = (model, same.Step, same.options, same.Lanes);
        (Program, Function) = (same.Program, same.Function);
    }

    /// <summary>The model.</summary>
    public CellModel Model { get; }

    /// <summary>How its states are stepped.</summary>
    public StepProgram Step { get; }

    /// <summary>The numbers in which states are kept.</summary>
    public Precision Precision => options.Precision;

    /// <summary>Parameters that have a value for each cell.</summary>
    public ImmutableSortedSet<string> PerCell => options.PerCell;

    /// <summary>Inputs that something supplies; the others are zero.</summary>
    public ImmutableSortedSet<string> Inputs => options.Inputs;

    /// <summary>Where spikes arrive, in the order in which a step takes them.</summary>
    public ImmutableArray<ArrivalInput> Arrivals => options.Arrivals;

    internal Lanes Lanes { get; }

    internal LoopProgram Program { get; }

    internal LoopFunction Function { get; }

    /// <summary>Compiles a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="step">The step of its states.</param>
    /// <param name="settings">What the code shall be.</param>
    public static CompiledCell Compile(CellModel model, StepProgram step, CompileSettings settings)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(settings);
        var width = settings.Width == LaneWidth.Widest ? Lanes.Widest : settings.Width;
        return new CompiledCell(model, step, Lowering(model, settings), Lanes.Of(settings.Precision, width));
    }

    /// <summary>The same code for a model that differs in nothing but the values of parameters.</summary>
    internal CompiledCell For(CellModel model) => new(model, this);

    /// <summary>What the code of a model depends on.</summary>
    internal static LoweringOptions Lowering(CellModel model, CompileSettings settings) => new(
        settings.Precision, CellNames.Heterogeneous(model, settings.PerCell), settings.Inputs, settings.Arrivals);

    /// <summary>The program that computes expressions from what a population of such cells keeps.</summary>
    internal (LoopProgram Program, LoopFunction Function) Probe(IEnumerable<Expression> expressions)
    {
        var program = CellLowering.Probe(Model, Step, options, Program.Rows, expressions);
        return (program, LoopEmitter.Emit(program, Lanes, Model.Name + " probe"));
    }
}
